namespace Orleans.Runtime;

/// <summary>The life of an activation, in this order.</summary>
internal enum ActivationPhase
{
    New,
    Activating,
    Active,
    Deactivating,
    Ending,
    Ended,
}
