using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Security;

namespace SupportPlatform.Grains.Tests.Accounts;

/// <summary>A browser at a silo, and whoever sits before it.</summary>
internal sealed class Person : IDisposable
{
    public const string Password = "correct horse battery";
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer(), UseCookies = true };
    private readonly Uri _silo;

    public Person(string silo)
    {
        _silo = new Uri(silo);
        Http = new HttpClient(_handler) { BaseAddress = _silo, Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Http { get; }

    /// <summary>What requests that change something prove with; null before the person has signed in.</summary>
    public string? Csrf { get; private set; }

    public string? Cookie => _handler.CookieContainer.GetCookies(_silo)["support_session"]?.Value;

    /// <summary>Somebody who works in a store, and has signed in.</summary>
    public static async Task<Person> Employ(string silo, IGrainFactory grains, string store, string agent, AgentRole role)
    {
        CallerContext.Current = Caller.System;
        var grain = grains.GetGrain<IAgentGrain>(AgentKey.Of(store, agent));
        await grain.Put(new AgentProfile { Name = agent, Role = role, Email = $"{agent}@{store}.example" });
        var person = new Person(silo);
        using var accepted = await person.Accept(await grain.Invite());
        accepted.EnsureSuccessStatusCode();
        return person;
    }

    /// <summary>Accepts an invitation.</summary>
    public Task<HttpResponseMessage> Accept(string token, string password = Password, string? email = null) =>
        Keep(Http.PostAsJsonAsync($"/api/invitations/{token}", new { password, name = "A person", email }));

    /// <summary>Signs in.</summary>
    public Task<HttpResponseMessage> SignIn(string email, string password = Password, string? code = null) =>
        Keep(Http.PostAsJsonAsync("/api/session", new { email, password, code }));

    /// <summary>Sends a request as the console does, but for what is said to be different.</summary>
    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null, string? csrf = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        if ((csrf ?? Csrf) is { Length: > 0 } header) request.Headers.Add("X-CSRF", header);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    /// <summary>The code of a refusal.</summary>
    public static async Task<string?> Code(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private async Task<HttpResponseMessage> Keep(Task<HttpResponseMessage> request)
    {
        var response = await request;
        if (response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync();
            Csrf = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("csrf").GetString();
        }

        return response;
    }
}
