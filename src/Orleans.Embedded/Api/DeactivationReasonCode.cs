namespace Orleans;

/// <summary>The kinds of reasons for which an activation ends; values as in Orleans.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>None was given.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>The activation failed.</summary>
    ActivationFailed,

    /// <summary>Not called for the collection age.</summary>
    ActivationIdle = 4,

    /// <summary>An error, such as an inconsistent state.</summary>
    ApplicationError = 8,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested = 9,
}
