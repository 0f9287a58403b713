using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Testing;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>A real silo for a store with many people at once, without limits for one address.</summary>
internal static class DeskSilo
{
    private static readonly string[] Unlimited =
    [
        "RateLimits:AddressBurst=0", "RateLimits:StartBurst=0", "RateLimits:VisitorBurst=0", "RateLimits:StoreBurst=0",
        "RateLimits:SocketBurst=0", "RateLimits:ConnectionsPerAddress=0",
    ];

    /// <summary>Starts one.</summary>
    public static Task<SiloProcess> Start(int wordsPerSecond) => SiloProcess.Start([.. Unlimited, $"Model:Builtin:WordsPerSecond={wordsPerSecond}"]);

    /// <summary>A front end of staff: its own connections, with the administration key.</summary>
    public static async Task<HttpClient> FrontEnd(SiloProcess silo)
    {
        var http = new HttpClient { BaseAddress = silo.Address, Timeout = TimeSpan.FromSeconds(60) };
        var key = (await File.ReadAllTextAsync(Path.Combine(silo.DataFolder, "admin.key"))).Trim();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    /// <summary>A new conversation of the demo store.</summary>
    public static async Task<(string Id, string Token)> Begin(HttpClient http)
    {
        using var begun = await http.PostAsJsonAsync("/api/stores/demo/conversations", new { });
        begun.EnsureSuccessStatusCode();
        var body = await begun.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }
}
