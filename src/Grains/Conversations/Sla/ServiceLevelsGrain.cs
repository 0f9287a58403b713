using Npgsql;
using SupportPlatform.Agents;
using SupportPlatform.Conversations.Events;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>Reads service levels out of the conversations' rows.</summary>
[StatelessWorker]
[GrainType("service-levels")]
internal sealed class ServiceLevelsGrain(NpgsqlDataSource database, StorageRetry retry, WallReader wall, TimeProvider time) : Grain, IServiceLevelsGrain
{
    private const string ReadClocks = "SELECT state -> 'sla' FROM conversations WHERE key = $1 AND last_seq > 0";

    /// <inheritdoc/>
    public async Task<SlaView> GetClocks(string conversationId, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        if (!ConversationKey.TryParsePublic(conversationId, out var key) || key.Store != this.GetPrimaryKeyString())
            throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation.");
        var rows = await retry.Read(database, ReadClocks, [key.GrainKey], reader => reader.Text(0), cancellationToken);
        return rows switch
        {
            [{ } clocks] => EventFormat.Read<SlaState>(clocks).ToView(),
            [null] => new SlaView(),
            _ => throw new SupportException(ProblemCodes.ConversationNotFound, "There is no such conversation."),
        };
    }

    /// <inheritdoc/>
    public async Task<WallView> GetWall(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Agent);
        return await wall.Read(this.GetPrimaryKeyString(), await Midnight(cancellationToken), cancellationToken);
    }

    // The caller was checked; the store's settings are the platform's business.
    private async Task<DateTimeOffset> Midnight(CancellationToken cancellationToken)
    {
        CallerContext.Current = Caller.System;
        var profile = await GrainFactory.GetGrain<IStoreGrain>(this.GetPrimaryKeyString()).GetProfile(cancellationToken);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(profile?.Settings.TimeZone ?? "", out var found) ? found : TimeZoneInfo.Utc;
        var midnight = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date;
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
