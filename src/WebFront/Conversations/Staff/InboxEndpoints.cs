using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations.Staff;

/// <summary>Staff's lists as a whole, over HTTP.</summary>
internal static class InboxEndpoints
{
    private const int MostAtOnce = 100;
    private const int Concurrency = 8;

    /// <summary>Maps them.</summary>
    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        var store = app.MapGroup("/api/stores/{store}").WithTags("Staff").WithAccess(AccessRule.Staff).WithProblems(400, 401, 403, 404, 503);
        store.MapGet("conversations/counts", Count).WithName("CountConversations").WithSummary("How many conversations an agent's lists have.");
        store.MapPost("conversations:bulk", Bulk).WithName("ChangeConversations")
            .WithSummary("Does the same with up to 100 conversations; each has its own result.");
    }

    private static async Task<Ok<ConversationCounts>> Count(string store, ISupportGrains grains, CancellationToken cancellationToken, string? agent = null) =>
        TypedResults.Ok(await grains.Conversations(StoreKey.Check(store)).Count(agent, cancellationToken));

    private static async Task<Ok<BulkReply>> Bulk(string store, BulkBody body, ISupportGrains grains, CancellationToken cancellationToken)
    {
        StoreKey.Check(store);
        if (body.ConversationIds.IsDefaultOrEmpty || body.ConversationIds.Length > MostAtOnce)
            throw new SupportException(ProblemCodes.InvalidRequest, $"conversationIds are 1 to {MostAtOnce}.");
        var act = Command(body, grains);
        var ids = body.ConversationIds.Distinct().ToList();
        var results = new BulkResult[ids.Count];
        var caller = CallerContext.Current;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, ids.Count, parallel, async (i, _) =>
        {
            CallerContext.Current = caller;
            results[i] = await One(ids[i], store, act);
        });
        return TypedResults.Ok(new BulkReply(results));
    }

    private static async Task<BulkResult> One(string id, string store, Func<ConversationKey, Task<bool>> act)
    {
        if (!ConversationKey.TryParsePublic(id, out var key) || key.Store != store) return new(id, false, ProblemCodes.ConversationNotFound);
        try
        {
            return new(id, await act(key), null);
        }
        catch (SupportException e)
        {
            return new(id, false, e.Code);
        }
        catch (TimeoutException)
        {
            return new(id, false, FrontProblemCodes.Timeout);
        }
    }

    private static Func<ConversationKey, Task<bool>> Command(BulkBody body, ISupportGrains grains)
    {
        var by = body.By;
        string Needed() => body.Value is { Length: > 0 } value ? value : throw new SupportException(ProblemCodes.InvalidRequest, "The action needs a value.");
        switch (body.Action)
        {
            case BulkAction.Assign:
                var assign = new TransferConversation { AgentId = Needed(), By = by };
                return key => FloorEndpoints.Give(assign, key, grains);
            case BulkAction.Transfer:
                var transfer = new TransferConversation { Desk = Needed(), By = by };
                return key => FloorEndpoints.Give(transfer, key, grains);
            case BulkAction.Resolve:
                return key => grains.Conversation(key).Resolve(CancellationToken.None);
            case BulkAction.Reopen:
                return key => grains.Conversation(key).ReopenBy(new ReopenConversation { By = by }, CancellationToken.None);
            case BulkAction.Tag:
                var tag = new TagConversation { Add = [Needed()], By = by };
                return key => grains.Conversation(key).Tag(tag, CancellationToken.None);
            case BulkAction.Untag:
                var untag = new TagConversation { Remove = [Needed()], By = by };
                return key => grains.Conversation(key).Tag(untag, CancellationToken.None);
            case BulkAction.Spam:
                var spam = new MarkSpam { IsSpam = body.Value != "false", By = by };
                return key => grains.Conversation(key).SetSpam(spam, CancellationToken.None);
            case BulkAction.Snooze:
                var snooze = new SnoozeConversation { Until = body.Value is null ? null : Time(body.Value), By = by };
                return key => grains.Conversation(key).Snooze(snooze, CancellationToken.None);
            default:
                throw new SupportException(ProblemCodes.InvalidRequest, "There is no such action.");
        }
    }

    private static DateTimeOffset Time(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new SupportException(ProblemCodes.InvalidRequest, "The value is a time, as 2026-11-21T10:00:00Z.");
}
