using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Stores;

namespace SupportPlatform.Models;

/// <summary>What a customer is told and may choose when a person is asked for. Pure.</summary>
internal static class Handoff
{
    /// <summary>The id of the form for the customer's name and mail address.</summary>
    public const string ContactForm = "handoff-contact";

    /// <summary>
    /// The result with the person that the messages want: after an answer, or in place of what stands for one. The same result
    /// when none is wanted, one is waited for, or there is no conversation to pass on.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="input">The turn.</param>
    /// <param name="language">A two-letter code.</param>
    /// <param name="isAnswer">Whether the result answers from the knowledge.</param>
    public static TurnResult Of(TurnResult result, TurnInput input, string language, bool isAnswer)
    {
        if (input.IsWaiting || input.ContactId is null || EscalationRules.Find(input, isAnswer) is not { } escalation) return result;
        var said = Words(escalation.Reason, input.Settings, input.Now, language);
        return result with
        {
            Text = isAnswer ? $"{Answer(result.Text, language)}\n\n{said.Text}" : said.Text,
            Outcome = Outcomes.Handoff,
            Suggestions = said.Choices,
            OffersHuman = false,
            Escalation = escalation,
            Form = input.HasMail ? null : said.Form,
        };
    }

    /// <summary>The reply to one of the choices, while a person is waited for; null when the last message is none of them.</summary>
    public static TurnResult? Chosen(TurnInput input)
    {
        if (!input.IsWaiting || input.Questions is not [.., { } said]) return null;
        var language = Language.Guess(said, input.Locale ?? input.Settings.Locale);
        if (Phrases.Is(said, Phrases.ChoiceWait)) return Reply($"{Phrases.Get(Phrases.ChosenWait, language)} {Next(input.Settings, input.Now, language).Text}");
        if (Phrases.Is(said, Phrases.ChoiceAssistant)) return Reply(Phrases.Get(Phrases.ChosenAssistant, language));
        if (!Phrases.Is(said, Phrases.ChoiceMessage)) return null;
        return input.HasMail
            ? Reply(Phrases.Get(Phrases.ChosenMessageKnown, language))
            : Reply(Phrases.Get(Phrases.ChosenMessage, language)) with { Form = Contact(language) };
    }

    /// <summary>What a customer is told whose conversation was passed on.</summary>
    /// <param name="reason">One of <see cref="EscalationReasons"/>.</param>
    /// <param name="settings">The store's settings.</param>
    /// <param name="now">The time.</param>
    /// <param name="language">A two-letter code.</param>
    public static HandoffWords Words(string reason, StoreSettings settings, DateTimeOffset now, string language)
    {
        var lead = reason switch
        {
            EscalationReasons.Asked => Phrases.HandoffAsked,
            EscalationReasons.Frustration => Phrases.HandoffSorry,
            _ => Phrases.HandoffPassed,
        };
        var (next, isOpen) = Next(settings, now, language);
        return new($"{Phrases.Get(lead, language)} {next}", Choices(language), isOpen ? null : Contact(language));
    }

    // The offer of a person for the rest is done with.
    private static string Answer(string text, string language)
    {
        var offer = "\n\n" + Phrases.Get(Phrases.Rest, language);
        return text.EndsWith(offer, StringComparison.Ordinal) ? text[..^offer.Length] : text;
    }

    private static TurnResult Reply(string text) => new()
    {
        Text = text,
        Outcome = Outcomes.Answered,
        Confidence = 1,
        Trace = CannedAnswers.Trace([]),
    };

    private static ImmutableArray<string> Choices(string language) =>
        [.. new[] { Phrases.ChoiceWait, Phrases.ChoiceMessage, Phrases.ChoiceAssistant }.Select(c => Phrases.Get(c, language))];

    // Who never says when people are there promises no time.
    private static (string Text, bool IsOpen) Next(StoreSettings settings, DateTimeOffset now, string language)
    {
        if (OpeningHours.Of(settings) is not { } hours || hours.IsOpen(now) || hours.NextChange(now) is not { } opens)
            return (Phrases.Get(Phrases.HandoffOpen, language), true);
        var local = hours.Local(opens);
        var text = Phrases.Fill(
            Phrases.HandoffClosed, language, ("day", WrittenDate.WithWeekday(local, language)), ("from", HoursSource.Time(local)));
        return (text, false);
    }

    private static Form Contact(string language) => new()
    {
        FormId = ContactForm,
        Title = Phrases.Get(Phrases.ContactTitle, language),
        Text = Phrases.Get(Phrases.ContactText, language),
        Skippable = true,
        Fields =
        [
            new FormField { Name = "name", Label = Phrases.Get(Phrases.ContactName, language), Required = true },
            new FormField { Name = "email", Label = Phrases.Get(Phrases.ContactMail, language), Type = FormFieldType.Email, Required = true },
            new FormField { Name = "message", Label = Phrases.Get(Phrases.ContactMessage, language), Type = FormFieldType.Textarea },
        ],
    };
}
