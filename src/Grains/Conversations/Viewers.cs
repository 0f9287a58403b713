using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>Who of the staff has a conversation open, by window; nothing of it is stored, and what is not said again is forgotten.</summary>
internal sealed class Viewers
{
    /// <summary>For how long a word holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(25);

    private const int MostWindows = 100;
    private readonly Dictionary<string, (Viewer Viewer, DateTimeOffset Until)> _windows = [];

    /// <summary>All of them, by agent; of several windows of one the busiest. The same array until somebody changes.</summary>
    public ImmutableArray<Viewer> All { get; private set; } = [];

    /// <summary>Takes in what a window says.</summary>
    public void Set(SeeConversation command, DateTimeOffset now)
    {
        if (command.Viewer is not { } viewer) _windows.Remove(command.WindowId);
        else if (_windows.Count < MostWindows || _windows.ContainsKey(command.WindowId)) _windows[command.WindowId] = (viewer, now + Life);
        Forget(now);
    }

    /// <summary>Forgets who has been silent for too long; whether anything changed.</summary>
    public bool Forget(DateTimeOffset now)
    {
        foreach (var (window, _) in _windows.Where(w => w.Value.Until <= now).ToList()) _windows.Remove(window);
        ImmutableArray<Viewer> all =
        [
            .. _windows.Values.Select(w => w.Viewer).GroupBy(v => v.AgentId, StringComparer.Ordinal)
                .Select(a => a.MaxBy(v => v.State)!).OrderBy(v => v.AgentId, StringComparer.Ordinal),
        ];
        if (all.SequenceEqual(All)) return false;
        All = all;
        return true;
    }
}
