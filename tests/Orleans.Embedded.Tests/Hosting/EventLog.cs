namespace SupportPlatform.Engine.Tests.Hosting;

/// <summary>What happened, in order; a test can wait for a line.</summary>
public sealed class EventLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            _changed.TrySetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until so many lines equal this one; fails after ten seconds.</summary>
    public async Task Until(string line, int times = 1)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_lines.Count(l => l == line) >= times) return;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"No '{line}' ({times}x) among: {string.Join(", ", Lines)}", e);
            }
        }
    }
}
