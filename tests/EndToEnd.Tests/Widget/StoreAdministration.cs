using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPlatform.Testing;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The demo store in the hands of its administrator and its agents.</summary>
internal sealed class StoreAdministration : IDisposable
{
    private readonly HttpClient _http;

    private StoreAdministration(HttpClient http) => _http = http;

    /// <summary>The administration of a silo's demo store.</summary>
    public static async Task<StoreAdministration> Of(SiloProcess silo)
    {
        var http = new HttpClient { BaseAddress = silo.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(Path.Combine(silo.DataFolder, "admin.key"))).Trim());
        return new StoreAdministration(http);
    }

    /// <summary>Changes the settings.</summary>
    public async Task Change(Action<JsonObject> change)
    {
        var settings = await Settings();
        change(settings);
        await Keep(settings);
    }

    /// <summary>The settings.</summary>
    public async Task<JsonObject> Settings() => JsonNode.Parse(await _http.GetStringAsync("/api/stores/demo"))!.AsObject();

    /// <summary>Puts settings in the place of all that there are.</summary>
    public Task Keep(JsonNode settings) => Send(HttpMethod.Put, "", settings);

    /// <summary>Lets pages of these origins use the store.</summary>
    public Task Allow(params Uri[] sites) => Change(settings =>
    {
        var origins = settings["allowedOrigins"]?.AsArray().DeepClone().AsArray() ?? [];
        foreach (var site in sites) origins.Add(site.GetLeftPart(UriPartial.Authority));
        settings["allowedOrigins"] = origins;
    });

    /// <summary>Calls the store's interface.</summary>
    public async Task<JsonElement> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/stores/demo{path}") { Content = body is null ? null : JsonContent.Create(body) };
        return await Read(request);
    }

    /// <summary>Does something in a conversation as staff.</summary>
    public async Task<JsonElement> Do(string conversation, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/conversations/{conversation}/{path}") { Content = JsonContent.Create(body) };
        return await Read(request);
    }

    /// <summary>Puts an agent in who has the floor from now on.</summary>
    public async Task<Agent> Claim(string conversation, string name = "Ada")
    {
        await Do(conversation, "claim", new { agentId = "ada", agentName = name });
        return new Agent(this, conversation, name);
    }

    /// <summary>A connection to the staff's hub.</summary>
    public Task<HubClient> StaffHub() => HubClient.Connect(_http.BaseAddress!, _http.DefaultRequestHeaders.Authorization!.Parameter, path: "/hubs/staff");

    /// <summary>A token of a customer, as the store's own server would sign it.</summary>
    /// <param name="customer">The store's id of the customer.</param>
    /// <param name="name">The customer's name.</param>
    /// <param name="more">Further claims.</param>
    public async Task<string> TokenOf(string customer, string name, JsonObject? more = null)
    {
        var keys = await Send(HttpMethod.Get, "/identity-keys");
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = more ?? [];
        foreach (var (claim, value) in new Dictionary<string, JsonNode> { ["sub"] = customer, ["store"] = "demo", ["name"] = name, ["email"] = $"{customer}@example.com", ["iat"] = now, ["exp"] = now + 3600 })
            claims[claim] = value;
        var signed = $"{Encode(new { alg = "HS256", typ = "JWT" })}.{Encode(claims)}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(keys.GetProperty("keys")[0].GetString()!), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private async Task<JsonElement> Read(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{request.RequestUri}: {(int)response.StatusCode} {body}");
        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>An agent in a conversation.</summary>
    internal sealed record Agent(StoreAdministration Store, string Conversation, string Name)
    {
        /// <summary>Writes to the customer.</summary>
        public Task Say(string text) => Store.Do(Conversation, "agent-messages", new { agentId = "ada", agentName = Name, clientMessageId = Guid.NewGuid().ToString("N"), text });

        /// <summary>Gives the floor back.</summary>
        public Task Leave(string? desk = null) => Store.Do(Conversation, "release", new { agentId = "ada", desk });
    }
}
