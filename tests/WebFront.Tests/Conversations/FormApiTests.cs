using System.Net;
using System.Text.Json;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Conversations;

public sealed class FormApiTests : IAsyncLifetime
{
    private static readonly object Contact = new
    {
        formId = "contact",
        fields = new[] { new { name = "mail", label = "Mail", type = "email", required = true } },
    };

    private FrontHost _front = null!;

    public async Task InitializeAsync() => _front = await FrontHost.Start();

    public async Task DisposeAsync() => await _front.DisposeAsync();

    [Fact]
    public async Task Submit_AnswerWithErrors_NamesTheFieldsAndThenTakesTheMendedOne()
    {
        var (id, token) = await _front.Begin();
        using var asked = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/forms", FrontHost.AdminKey, Contact);
        using var wrong = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/forms/contact", token, new { values = new { } });
        using var right = await _front.Send(
            HttpMethod.Post, $"/api/conversations/{id}/forms/contact", token, new { values = new { mail = "ada@shop.example" }, consent = true });

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("form_invalid", problem.GetProperty("code").GetString());
        Assert.Equal("required", problem.GetProperty("errors").GetProperty("mail").GetString());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Request_ByTheCustomer_IsRefused()
    {
        var (id, token) = await _front.Begin();
        using var asked = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/forms", token, Contact);
        await ConversationApiTests.AssertProblem(asked, HttpStatusCode.Forbidden, "access_denied");
    }

    [Fact]
    public async Task Submit_OfAnotherContactsConversation_FindsNone()
    {
        var (id, _) = await _front.Begin();
        var (_, other) = await _front.Begin();
        using var answer = await _front.Send(HttpMethod.Post, $"/api/conversations/{id}/forms/contact", other, new { values = new { } });
        await ConversationApiTests.AssertProblem(answer, HttpStatusCode.NotFound, "conversation_not_found");
    }
}
