using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportPlatform.Fakes;
using Xunit;

namespace SupportPlatform.Hosting;

public sealed class KnownProxiesTests
{
    [Theory]
    [InlineData(null, "https")]
    [InlineData("127.0.0.1", "https")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", "https")]
    [InlineData("10.0.0.0/8,192.168.1.5", "http")]
    public async Task ForwardedProto_OfAProxy_CountsIfItIsKnown(string? known, string scheme)
    {
        await using var front = await FrontHost.Start(null, known is null ? [] : [("Proxies:Known", known)]);
        using var put = await front.Send(HttpMethod.Put, "/api/stores/demo/agents/ada", FrontHost.AdminKey, new { name = "Ada" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/stores/demo/agents/ada:invite");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FrontHost.AdminKey);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var reply = await front.Http.SendAsync(request);
        var link = (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!;
        Assert.StartsWith($"{scheme}://127.0.0.1:{front.Address.Port}/", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownProxies_ThatAreNone_StopTheStart()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => FrontHost.Start(null, ("Proxies:Known", "10.0.0.0/8,proxy")));
        Assert.Contains("'proxy'", refusal.Message, StringComparison.Ordinal);
    }
}
