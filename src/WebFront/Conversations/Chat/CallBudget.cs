namespace SupportPlatform.Conversations.Chat;

/// <summary>How many calls a socket has left: a bucket that fills by the second.</summary>
internal sealed class CallBudget(int burst, int perSecond, TimeProvider time)
{
    private double _left = burst;
    private long _at = time.GetTimestamp();

    /// <summary>Takes one call; false when there is none.</summary>
    public bool TryTake()
    {
        if (burst <= 0) return true;
        var now = time.GetTimestamp();
        _left = Math.Min(burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
        if (_left < 1) return false;
        _left--;
        return true;
    }
}
