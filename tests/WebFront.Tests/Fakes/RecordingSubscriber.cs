using System.Collections.Concurrent;
using SupportPlatform.Conversations.Relay;

namespace SupportPlatform.Fakes;

/// <summary>A follower that keeps what it was sent as a client would, and takes it as fast as the test lets it.</summary>
internal sealed class RecordingSubscriber : RelaySubscriber
{
    private readonly long _after;
    private readonly Lock _gate = new();
    private readonly List<long> _seqs = [];
    private readonly ConcurrentDictionary<string, string> _texts = new();
    private TaskCompletionSource? _block;

    public RecordingSubscriber(long after)
        : base(after) => _after = after;

    /// <summary>How many batches it was sent.</summary>
    public int Batches { get; private set; }

    /// <summary>The numbers of the events that it was sent, in their order.</summary>
    public IReadOnlyList<long> Seqs
    {
        get
        {
            lock (_gate) return [.. _seqs];
        }
    }

    /// <summary>The number of the last event, where a reconnect would resume.</summary>
    public long Last
    {
        get
        {
            lock (_gate) return _seqs.Count > 0 ? _seqs[^1] : _after;
        }
    }

    /// <summary>Why it ended, if it was ended.</summary>
    public Exception? Error { get; private set; }

    /// <summary>The text of a turn as put together from its chunks.</summary>
    public string Text(string turnId) => _texts.GetValueOrDefault(turnId, "");

    /// <summary>Takes nothing more until released.</summary>
    public void Block() => _block = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes things again.</summary>
    public void Release()
    {
        var block = _block;
        _block = null;
        block?.SetResult();
    }

    public override async ValueTask Send(RelayBatch batch)
    {
        lock (_gate)
        {
            Batches++;
            foreach (var e in batch.Events.Span)
            {
                if (_seqs.Count > 0 && e.Event.Seq <= _seqs[^1]) throw new InvalidOperationException($"event {e.Event.Seq} came after {_seqs[^1]}");
                _seqs.Add(e.Event.Seq);
            }
        }

        if (batch.Chunk is { } chunk)
        {
            var had = Text(chunk.TurnId);
            if (chunk.Offset > had.Length) throw new InvalidOperationException($"a gap before {chunk.Offset}, having {had.Length}");
            _texts[chunk.TurnId] = had[..chunk.Offset] + chunk.Text;
        }

        if (_block is { } block) await block.Task;
    }

    public override void End(Exception? error) => Error = error;
}
