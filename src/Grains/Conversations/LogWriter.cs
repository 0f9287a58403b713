using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>
/// Writes the logs of all conversations of a silo: what waits while a commit runs goes together into the next, so that
/// many appends share one round trip and one flush to disk. Each appender learns of its own outcome alone.
/// </summary>
internal sealed partial class LogWriter : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _dataSource;
    private readonly LogWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LogWriter> _logger;
    private readonly Channel<PendingAppend> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _writers;

    /// <summary>Starts the writer.</summary>
    public LogWriter(NpgsqlDataSource dataSource, IOptions<LogWriterOptions> options, TimeProvider time, ILogger<LogWriter> logger)
    {
        (_dataSource, _options, _time, _logger) = (dataSource, options.Value, time, logger);
        _queue = Channel.CreateBounded<PendingAppend>(_options.QueueLength);

        // Made on a grain's first use, but neither on its scheduler nor as part of its request.
        using (ExecutionContext.SuppressFlow())
            _writers = Task.WhenAll(Enumerable.Range(0, _options.Writers).Select(_ => Task.Run(Work)));
    }

    /// <summary>Until when an append that begins now is tried.</summary>
    public long NewDeadline() => _time.GetTimestamp() + (long)(_options.RetryFor.TotalSeconds * _time.TimestampFrequency);

    /// <summary>Writes one append; true when it is committed, false when it was fenced.</summary>
    /// <exception cref="SupportException">It cannot be stored; see <see cref="PendingAppend.IsUncertain"/>.</exception>
    public async Task<bool> Write(PendingAppend append, CancellationToken cancellationToken)
    {
        if (!_queue.Writer.TryWrite(append)) await WaitForRoom(append, cancellationToken);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingAppend)state!).TryWithdraw(token), append);
        return await append.Outcome;
    }

    /// <summary>Writes what waits, within 10 seconds, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _stopping.CancelAfter(DrainTime);
        await _writers;
        _stopping.Dispose();
    }

    private async Task WaitForRoom(PendingAppend append, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_options.RetryFor);
        try
        {
            await _queue.Writer.WriteAsync(append, patience.Token);
        }
        catch (Exception e) when (e is ChannelClosedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw StorageErrors.Unavailable();
        }
    }

    private async Task Work()
    {
        await using var session = new LogSession(_dataSource, _options.CommitTimeout);
        while (await _queue.Reader.WaitToReadAsync())
        {
            // Those who were just told their outcome go first, since many of them bring the next append.
            await Task.Yield();
            if (Collect() is { Count: > 0 } batch) await WriteBatch(session, batch);
        }
    }

    private List<PendingAppend> Collect()
    {
        var batch = new List<PendingAppend>();
        for (var text = 0; batch.Count < _options.MaxBatch && text < _options.MaxBatchText && _queue.Reader.TryRead(out var next);)
        {
            if (!next.TryTake()) continue;
            batch.Add(next);
            text += next.TextLength;
        }

        return batch;
    }

    private async Task WriteBatch(LogSession session, List<PendingAppend> batch)
    {
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            var sent = false;
            try
            {
                await session.Open(_stopping.Token);
                sent = true;
                await Settle(session, batch, await session.Append(batch, _stopping.Token));
                return;
            }
            catch (Exception e)
            {
                if (StorageErrors.IsUncertain(e)) await session.DisposeAsync();
                if (sent && StorageErrors.IsOfData(e))
                {
                    await Separate(session, batch, e);
                    return;
                }

                if (sent && StorageErrors.IsUncertain(e)) batch.ForEach(a => a.IsUncertain = true);
                GiveUp(batch, e);
                if (batch.Count == 0) return;
                LogRetry(attempt, batch.Count, e);
                await Pause(attempt);
            }
        }
    }

    /// <summary>Tells each appender its outcome; what the retry of an unanswered attempt fenced may be that attempt itself.</summary>
    private static async Task Settle(LogSession session, List<PendingAppend> batch, HashSet<int> passed)
    {
        var rest = new List<PendingAppend>();
        for (var i = 0; i < batch.Count; i++)
        {
            if (passed.Contains(i)) batch[i].Commit();
            else if (batch[i].IsUncertain) rest.Add(batch[i]);
            else batch[i].Fence();
        }

        batch.Clear();
        batch.AddRange(rest);
        if (rest.Count == 0) return;
        var committed = await session.FindCommitted(rest, CancellationToken.None);
        for (var i = 0; i < rest.Count; i++)
        {
            if (committed.Contains(i)) rest[i].Commit();
            else rest[i].Fence();
        }
    }

    /// <summary>Writes the halves of a batch that the database refused, until what it refuses stands alone.</summary>
    private async Task Separate(LogSession session, List<PendingAppend> batch, Exception e)
    {
        if (batch.Count == 1)
        {
            LogRefused(e is PostgresException p ? p.SqlState : e.GetType().Name);
            batch[0].Fail(StorageErrors.OfData(e));
            return;
        }

        var half = batch.Count / 2;
        await WriteBatch(session, batch[..half]);
        await WriteBatch(session, batch[half..]);
    }

    /// <summary>Fails the appends that are not to be tried again, and takes them out of the batch.</summary>
    private void GiveUp(List<PendingAppend> batch, Exception e)
    {
        var now = _time.GetTimestamp();
        var hopeless = _stopping.IsCancellationRequested || !StorageErrors.IsTransient(e);
        var failed = batch.Where(a => hopeless || a.Deadline <= now).ToList();
        if (failed.Count == 0) return;
        LogGivenUp(failed.Count, e);
        failed.ForEach(a => a.Fail(StorageErrors.Unavailable()));
        batch.RemoveAll(a => a.Outcome.IsCompleted);
    }

    private async Task Pause(int attempt)
    {
        try
        {
            await Task.Delay(StorageErrors.BackOff(attempt), _time, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The next attempt is the last.
        }
    }
}
