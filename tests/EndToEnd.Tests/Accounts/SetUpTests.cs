using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Accounts;

/// <summary>The first minutes of an installation: the link of the start makes the first account, and works once.</summary>
public sealed partial class SetUpTests
{
    [Fact]
    public async Task Start_TheFirstTimes_InvitesUntilSomebodyCameOnce()
    {
        await using var silo = await SiloProcess.Start("Model:Builtin:WordsPerSecond=0");
        using var http = new HttpClient { BaseAddress = silo.Address, Timeout = TimeSpan.FromSeconds(30) };
        var first = Assert.Single(Invitations(silo));
        await silo.Stop();
        await silo.Start();
        var second = Invitations(silo)[^1];
        Assert.NotEqual(first, second);
        using var replaced = await http.GetAsync(new Uri($"/api/invitations/{first}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, replaced.StatusCode);
        var invitation = await http.GetFromJsonAsync<JsonElement>($"/api/invitations/{second}");
        Assert.Equal(("set-up", true), (invitation.GetProperty("purpose").GetString(), invitation.GetProperty("needsPassword").GetBoolean()));

        var owner = new { name = "The owner", email = "owner@shop.example", password = "correct horse battery" };
        var accepted = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => http.PostAsJsonAsync($"/api/invitations/{second}", owner)));
        var session = await Assert.Single(accepted, a => a.IsSuccessStatusCode).Content.ReadFromJsonAsync<JsonElement>();
        var demo = Assert.Single(session.GetProperty("stores").EnumerateArray());
        Assert.Equal(("demo", "owner"), (demo.GetProperty("store").GetString(), demo.GetProperty("role").GetString()));

        var before = Invitations(silo).Count;
        await silo.Kill();
        await silo.Start();
        Assert.Equal(before, Invitations(silo).Count);
        using var signedIn = await http.PostAsJsonAsync("/api/session", new { owner.email, owner.password });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        await DemoPeopleSignIn(silo, http);
    }

    private static async Task DemoPeopleSignIn(SiloProcess silo, HttpClient http)
    {
        var path = Path.Combine(silo.DataFolder, "demo-accounts.txt");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var people = (await File.ReadAllLinesAsync(path)).Select(l => l.Split(' ')).ToList();
        var roles = new List<string?>();
        foreach (var person in people)
        {
            using var reply = await http.PostAsJsonAsync("/api/session", new { email = person[0], password = person[1] });
            var body = await reply.Content.ReadFromJsonAsync<JsonElement>();
            roles.Add($"{person[0]} {body.GetProperty("stores")[0].GetProperty("role").GetString()}");
            Assert.DoesNotContain(person[1], silo.Output, StringComparison.Ordinal);
        }

        Assert.Equal(["ada@demo.example agent", "ben@demo.example agent", "grace@demo.example supervisor"], roles);
        Assert.Contains(path, silo.Output, StringComparison.Ordinal);
    }

    private static List<string> Invitations(SiloProcess silo) => [.. Link().Matches(silo.Output).Select(m => m.Groups["token"].Value)];

    [GeneratedRegex("/console/#invite=(?<token>[A-Za-z0-9_-]{43})", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();
}
