namespace Orleans.Runtime;

/// <summary>What a call may run beside.</summary>
internal enum CallMode { Alone, WithReaders, WithAll }
