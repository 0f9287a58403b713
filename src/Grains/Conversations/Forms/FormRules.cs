using System.Collections.Immutable;
using System.Net.Mail;

namespace SupportPlatform.Conversations;

/// <summary>What forms and the answers to them must look like. Pure.</summary>
internal static class FormRules
{
    private const int MostFields = 12;
    private const int MostOptions = 50;
    private const int LineLength = 200;
    private const int TextLength = 2_000;

    // ITU-T E.164 has at most 15 digits; the fewest that a subscriber's number has are those of small countries.
    private const int FewestDigits = 5;
    private const int MostDigits = 15;

    /// <summary>Checks a form that is to be shown.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(Form form)
    {
        Require(form.FormId is { Length: >= 1 and <= Limits.ClientIdLength }, $"formId has 1 to {Limits.ClientIdLength} characters");
        Require(form.Title is null or { Length: <= 120 }, "its title has at most 120 characters");
        Require(form.Text is null or { Length: <= 500 }, "its text has at most 500 characters");
        Require(!form.Fields.IsDefault && form.Fields.Length is >= 1 and <= MostFields, $"it has 1 to {MostFields} fields");
        foreach (var field in form.Fields) Check(field);
        Require(form.Fields.DistinctBy(f => f.Name, StringComparer.Ordinal).Count() == form.Fields.Length, "no two fields have one name");
        if (form.Consent is not { } consent) return;
        Require(consent.Text is { Length: >= 1 and <= 500 }, "the consent has 1 to 500 characters");
        Require(consent.Url is null || IsSecureAddress(consent.Url), "the consent's url is an https address");
    }

    /// <summary>Checks an answer's bounds, whatever the form asks.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SubmitForm command)
    {
        Require(command.FormId is { Length: >= 1 and <= Limits.ClientIdLength }, $"formId has 1 to {Limits.ClientIdLength} characters");
        Require(command.Values.Count <= MostFields, $"an answer has at most {MostFields} values");
        foreach (var (name, value) in command.Values)
        {
            Require(name.Length <= 40 && value is { Length: <= TextLength }, $"a value has at most {TextLength} characters");
            MessageRules.CheckUnicode(value);
        }
    }

    /// <summary>What is wrong with an answer, by field; see <see cref="FormReceipt.Errors"/>.</summary>
    public static ImmutableDictionary<string, string> Errors(Form form, SubmitForm answer)
    {
        if (answer.Skipped && form.Skippable) return ImmutableDictionary<string, string>.Empty;
        var errors = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            if (Error(field, answer.Values.GetValueOrDefault(field.Name)?.Trim() ?? "") is { } error) errors[field.Name] = error;
        }

        if (form.Consent is { Required: true } && !answer.Consent) errors["consent"] = "required";
        return errors.ToImmutable();
    }

    /// <summary>The answers to what the form asks, tidy; others are dropped.</summary>
    public static ImmutableDictionary<string, string> Values(Form form, SubmitForm answer) => answer.Skipped
        ? ImmutableDictionary<string, string>.Empty
        : form.Fields
            .Select(f => KeyValuePair.Create(f.Name, answer.Values.GetValueOrDefault(f.Name)?.Trim() ?? ""))
            .Where(v => v.Value.Length > 0)
            .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Whether a text is an https address of at most 500 characters.</summary>
    public static bool IsSecureAddress(string text) =>
        text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static string? Error(FormField field, string value)
    {
        if (value.Length == 0) return field.Required ? "required" : null;
        if (value.Length > (field.MaxLength ?? (field.Type == FormFieldType.Textarea ? TextLength : LineLength))) return "too_long";
        return field.Type switch
        {
            FormFieldType.Email when !IsMail(value) => "not_an_email",
            FormFieldType.Tel when !IsTelephone(value) => "not_a_phone_number",
            FormFieldType.Select when !field.Options.Contains(value) => "not_an_option",
            _ => null,
        };
    }

    private static bool IsMail(string value) =>
        MailAddress.TryCreate(value, out var mail) && mail.Address == value && mail.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsTelephone(string value) =>
        value.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits &&
        value.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '.' or '/' or '(' or ')');

    private static void Check(FormField field)
    {
        Require(
            field.Name is { Length: >= 1 and <= 40 } && field.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && field.Name != "consent",
            "a field's name has 1 to 40 letters, digits, _ and -, and is not consent");
        Require(field.Label is { Length: >= 1 and <= 120 }, "a field's label has 1 to 120 characters");
        Require(Enum.IsDefined(field.Type), "a field's type is text, email, tel, select or textarea");
        Require(field.MaxLength is null or (>= 1 and <= TextLength), $"a field's maxLength is 1 to {TextLength}");
        Require(
            !field.Options.IsDefault && field.Options.Length <= MostOptions && field.Options.All(o => o is { Length: >= 1 and <= 100 }) &&
            (field.Type != FormFieldType.Select || field.Options.Length > 0),
            $"a select has 1 to {MostOptions} options of 100 characters");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"The form is not valid: {rule}.");
    }
}
