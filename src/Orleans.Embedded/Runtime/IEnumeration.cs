namespace Orleans.Runtime;

/// <summary>An open enumeration, as its activation sees it.</summary>
internal interface IEnumeration
{
    /// <summary>Whether the reader waits, or has read within the response time-out.</summary>
    bool IsRead(long now);

    /// <summary>Ends it on both sides; the reader gets an <see cref="EnumerationAbortedException"/>.</summary>
    void Abort(string reason);
}
