using System.Text.Json;
using SupportPlatform.Conversations;
using SupportPlatform.Models;
using SupportPlatform.Stores;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations.Escalation;

public sealed class EscalationDataTests
{
    private static readonly StoreSettings Settings = new() { Name = "Shop" };

    [SkippableFact]
    public void Test_Handoff_FindsWishesForAPerson()
    {
        var rows = DataSets.RequireLines("handoff", "items.jsonl");
        var found = rows.Where(r => PersonWish.Is(r.GetProperty("text").GetString()!)).ToList();
        var wishes = rows.Where(r => r.GetProperty("wants_human").GetBoolean()).ToList();
        var right = found.Count(r => r.GetProperty("wants_human").GetBoolean());
        Assert.True(right >= 0.90 * wishes.Count, $"recall {right}/{wishes.Count}: {string.Join(" | ", wishes.Except(found).Select(r => r.GetProperty("text")))}");
        Assert.True(right >= 0.92 * found.Count, $"precision {right}/{found.Count}: {string.Join(" | ", found.Except(wishes).Select(r => r.GetProperty("text")))}");
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void Test_FrustrationTickets_FindsMostInEitherHalf(int half)
    {
        var rows = DataSets.RequireLines("frustration_tickets", "tickets.jsonl").Where((_, i) => i % 2 == half).ToList();
        var escalated = rows.Where(r => r.GetProperty("escalate").GetBoolean()).ToList();
        var others = rows.Except(escalated).ToList();
        var right = escalated.Count(IsFound);
        var wrong = others.Count(IsFound);
        Assert.True(right >= 0.55 * escalated.Count, $"recall {right}/{escalated.Count}");
        Assert.True(wrong <= 0.12 * others.Count, $"false positives {wrong}/{others.Count}");
    }

    private static bool IsFound(JsonElement ticket) => EscalationRules.Test("shop", Settings, new EscalationTest
    {
        Messages = [.. ticket.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("from").GetString() == "customer").Select(m => m.GetProperty("text").GetString()!)],
    }, DateTimeOffset.UnixEpoch).Reason is not null;
}
