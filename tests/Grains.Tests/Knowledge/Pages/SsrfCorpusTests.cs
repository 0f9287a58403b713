using System.IO.Compression;
using System.Net;
using SupportPlatform.Knowledge;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge.Pages;

/// <summary>Every address of the data set is fetched or refused as it says.</summary>
public sealed class SsrfCorpusTests
{
    [SkippableFact]
    public async Task Fetch_EachCaseOfTheSet_IsFetchedOrRefused()
    {
        var failures = new List<string>();
        foreach (var row in DataSets.RequireLines("ssrf", "cases.jsonl"))
        {
            await using var internet = await FakeInternet.Start();
            internet.Names["169.254.169.254.nip.io"] = [IPAddress.Parse("169.254.169.254")];
            var failure = row.TryGetProperty("url", out var url)
                ? await Address(internet, url.GetString()!, row.GetProperty("expect").GetString()!)
                : await Scenario(internet, row.GetProperty("scenario").GetString()!);
            failure ??= internet.Dialed.FirstOrDefault(d => !PublicAddresses.IsPublic(d.Address)) is { } inner ? $"dialed {inner}" : null;
            if (failure is not null) failures.Add($"{row.GetProperty("id").GetString()}: {failure}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<string?> Address(FakeInternet internet, string url, string expect)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address)) internet.Put(address.Host + address.AbsolutePath, "<p>Hello there</p>");
        internet.Put("example.org/a b", "<p>Hello there</p>");
        var code = await Code(internet, url);
        if (expect.StartsWith("block", StringComparison.Ordinal))
            return code == "address_refused" && internet.Dialed.IsEmpty ? null : $"was not refused: {code}";

        // No certificate stands behind the test's server: that an https page is dialed shows that it is allowed.
        if (address!.Scheme == "https") return internet.Dialed.Any(d => d.Port == 443) ? null : $"was not dialed: {code}";
        return code is null ? null : $"was refused: {code}";
    }

    private static async Task<string?> Scenario(FakeInternet internet, string scenario)
    {
        const string start = "http://one.example.org/";
        if (scenario.StartsWith("redirect chain", StringComparison.Ordinal))
        {
            internet.Redirect("one.example.org/", "http://two.example.org/");
            internet.Redirect("two.example.org/", "http://127.0.0.1:8080/");
            return await Code(internet, start) is "address_refused" ? null : "followed";
        }

        if (scenario.StartsWith("A record public", StringComparison.Ordinal))
        {
            internet.Names["one.example.org"] = [FakeInternet.Public, IPAddress.IPv6Loopback];
            return await Code(internet, start) is "address_refused" ? null : "dialed";
        }

        if (scenario.StartsWith("gzip bomb", StringComparison.Ordinal))
        {
            internet.Put("one.example.org/", Bomb);
            return await Code(internet, start) is "page_too_large" ? null : "inflated";
        }

        return null;
    }

    // Ten thousand times a megabyte of zeros, one gzip member each.
    private static async Task Bomb(Microsoft.AspNetCore.Http.HttpContext context)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(new byte[1_000_000]);
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = "gzip";
        for (var i = 0; i < 10_000 && !context.RequestAborted.IsCancellationRequested; i++)
            await context.Response.Body.WriteAsync(member.ToArray(), context.RequestAborted);
    }

    private static async Task<string?> Code(FakeInternet internet, string url)
    {
        using var fetcher = internet.Fetcher();
        try
        {
            await fetcher.Fetch(url, null, CancellationToken.None);
            return null;
        }
        catch (ExtractionException e)
        {
            return e.Code;
        }
    }
}
