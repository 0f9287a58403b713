using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Conversations.Events;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

public sealed class FormRulesTests
{
    private static readonly Form Contact = new()
    {
        FormId = "contact",
        Fields =
        [
            new FormField { Name = "name", Label = "Your name", Required = true, MaxLength = 10 },
            new FormField { Name = "mail", Label = "Mail", Type = FormFieldType.Email, Required = true },
            new FormField { Name = "phone", Label = "Phone", Type = FormFieldType.Tel },
            new FormField { Name = "topic", Label = "Topic", Type = FormFieldType.Select, Options = ["Orders", "Repairs"] },
        ],
        Consent = new FormConsent { Text = "You may write to me.", Required = true },
    };

    [Theory]
    [InlineData("name", "", "required")]
    [InlineData("name", "   ", "required")]
    [InlineData("name", "Bartholomew", "too_long")]
    [InlineData("mail", "ada@", "not_an_email")]
    [InlineData("mail", "Ada <ada@shop.example>", "not_an_email")]
    [InlineData("mail", "ada@localhost", "not_an_email")]
    [InlineData("phone", "call me", "not_a_phone_number")]
    [InlineData("phone", "12", "not_a_phone_number")]
    [InlineData("topic", "Something", "not_an_option")]
    public void Errors_WrongValue_NamesTheField(string field, string value, string error) =>
        Assert.Equal(error, FormRules.Errors(Contact, Answer((field, value)))[field]);

    [Theory]
    [InlineData("phone", "+32 (0)9 123.45.67")]
    [InlineData("phone", "")]
    [InlineData("topic", "Repairs")]
    [InlineData("mail", "ada.byron+shop@mail.example")]
    public void Errors_RightValue_HasNone(string field, string value) => Assert.Empty(FormRules.Errors(Contact, Answer((field, value))));

    [Fact]
    public void Errors_WithoutAConsentThatIsRequired_NamesIt() =>
        Assert.Equal("required", FormRules.Errors(Contact, Answer() with { Consent = false })["consent"]);

    [Fact]
    public void Errors_SkippedFormThatMayNotBe_IsCheckedLikeAnEmptyOne()
    {
        var skipped = new SubmitForm { FormId = "contact", Skipped = true };
        Assert.NotEmpty(FormRules.Errors(Contact, skipped));
        Assert.Empty(FormRules.Errors(Contact with { Skippable = true }, skipped));
    }

    [Fact]
    public void Values_FieldsThatAreNotAsked_AreDropped()
    {
        var values = FormRules.Values(Contact, Answer(("name", "  Ada "), ("role", "administrator")));
        Assert.Equal("Ada", values["name"]);
        Assert.DoesNotContain("role", values.Keys);
    }

    [Theory]
    [InlineData("two fields of one name")]
    [InlineData("no field")]
    [InlineData("a select without options")]
    [InlineData("a plain http address")]
    public void Check_FormThatCannotBeShown_IsRefused(string what)
    {
        var form = what switch
        {
            "two fields of one name" => Contact with { Fields = [Contact.Fields[0], Contact.Fields[0]] },
            "no field" => Contact with { Fields = [] },
            "a select without options" => Contact with { Fields = [Contact.Fields[3] with { Options = [] }] },
            _ => Contact with { Consent = new FormConsent { Text = "Yes", Url = "http://shop.example/privacy" } },
        };
        FormRules.Check(Contact);
        Assert.Equal(ProblemCodes.InvalidRequest, Assert.Throws<SupportException>(() => FormRules.Check(form)).Code);
    }

    [Fact]
    public void SubmitForm_Twice_CountsOnceUntilItIsAskedAgain()
    {
        var conversation = new RulesDriver(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        conversation.Apply(ConversationRules.RequestForm(conversation.State, Contact));
        Assert.False(conversation.Apply(ConversationRules.RequestForm(conversation.State, Contact)));
        Assert.True(conversation.Apply(ConversationRules.SubmitForm(conversation.State, Contact, Answer())));
        Assert.False(conversation.Apply(ConversationRules.SubmitForm(conversation.State, Contact, Answer())));
        Assert.Null(conversation.State.AskedForm);
        conversation.Apply(ConversationRules.RequestForm(conversation.State, Contact));
        Assert.True(conversation.Apply(ConversationRules.SubmitForm(conversation.State, Contact, Answer())));
    }

    [Fact]
    public void SubmitForm_Values_AreForStaffAlone()
    {
        var conversation = new RulesDriver(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        conversation.Apply(ConversationRules.SubmitForm(conversation.State, Contact, Answer()));
        var kept = EventFormat.ToNewEvent(conversation.Events.OfType<FormSubmitted>().Single());
        Assert.DoesNotContain("ada@shop.example", kept.Data, StringComparison.Ordinal);
        Assert.Contains("ada@shop.example", kept.StaffData, StringComparison.Ordinal);
        Assert.Contains("You may write to me.", kept.StaffData, StringComparison.Ordinal);
    }

    private static SubmitForm Answer(params (string Name, string Value)[] changed) => new()
    {
        FormId = "contact",
        Consent = true,
        Values = ImmutableDictionary<string, string>.Empty
            .Add("name", "Ada").Add("mail", "ada@shop.example")
            .SetItems(changed.Select(c => KeyValuePair.Create(c.Name, c.Value))),
    };
}
