using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>The axe accessibility rules, run in a page.</summary>
internal static class Axe
{
    private const string Script = "ClientApp/node_modules/axe-core/axe.min.js";

    /// <summary>Fails with the rules that the page breaks, each with the first element that does.</summary>
    public static async Task AssertNoViolation(IPage page)
    {
        // Evaluated rather than added, since the page's policy allows scripts of its own origin alone.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Find()) + "\n;undefined");
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes[0].html + ' ' + v.nodes[0].failureSummary)");
        var violations = string.Join('\n', found.EnumerateArray().Select(v => v.GetString()));
        Assert.True(violations.Length == 0, violations);
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "src", "WebFront", Script);
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException("axe-core is not installed; the client's build installs it.", Script);
    }
}
