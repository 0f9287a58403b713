using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SupportPlatform.Testing;

namespace SupportPlatform.EndToEnd.Tests.Desk;

/// <summary>A real silo for a store with many people at once, without limits for one address.</summary>
internal static class DeskSilo
{
    private const string SharedKey = "the-key-of-silos-that-serve-together";

    // What one test server has room for, with several silos on it.
    private const int PoolSize = 30;

    private static readonly string[] Unlimited =
    [
        "RateLimits:AddressBurst=0", "RateLimits:StartBurst=0", "RateLimits:VisitorBurst=0", "RateLimits:StoreBurst=0",
        "RateLimits:SocketBurst=0", "RateLimits:ConnectionsPerAddress=0",
    ];

    /// <summary>Starts one on a database of its own.</summary>
    public static Task<SiloProcess> Start(int wordsPerSecond) => SiloProcess.Start([.. Unlimited, $"Model:Builtin:WordsPerSecond={wordsPerSecond}"]);

    /// <summary>Starts one on a database that it shares with others. The embedded engine of each knows nothing of theirs.</summary>
    public static Task<SiloProcess> StartOn(string connectionString, params string[] settings) => SiloProcess.Start(
    [
        .. Unlimited,
        "Model:Builtin:WordsPerSecond=0",
        $"Admin:ApiKey={SharedKey}",
        $"ConnectionStrings:SupportPlatform={new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = PoolSize }.ConnectionString}",
        .. settings,
    ]);

    /// <summary>A front end of staff: its own connections, with the administration key.</summary>
    public static async Task<HttpClient> FrontEnd(SiloProcess silo)
    {
        var http = new HttpClient { BaseAddress = silo.Address, Timeout = TimeSpan.FromSeconds(60) };
        var file = Path.Combine(silo.DataFolder, "admin.key");
        var key = File.Exists(file) ? (await File.ReadAllTextAsync(file)).Trim() : SharedKey;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    /// <summary>A new conversation of a store.</summary>
    public static async Task<(string Id, string Token)> Begin(HttpClient http, string store = "demo")
    {
        using var begun = await http.PostAsJsonAsync($"/api/stores/{store}/conversations", new { });
        begun.EnsureSuccessStatusCode();
        var body = await begun.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("conversationId").GetString()!, body.GetProperty("visitorToken").GetString()!);
    }
}
