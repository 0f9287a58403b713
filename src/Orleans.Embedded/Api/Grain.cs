namespace Orleans;

/// <summary>The base of grain classes. Its members are for the activation's own code only.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly Activation? _activation;

    /// <summary>Called by the engine, which knows which activation it is making.</summary>
    protected Grain() => _activation = Activation.Running;

    /// <summary>The activation that this object is.</summary>
    /// <exception cref="InvalidOperationException">The object was not made by the engine.</exception>
    public IGrainContext GrainContext => Own;

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Own.Runtime;

    internal Activation Own => _activation ?? throw new InvalidOperationException("This grain was not activated by the engine.");

    /// <summary>Runs before the first call; an exception fails the waiting calls and ends the activation.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call; the next activation starts only when it has ended.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the activation once the running calls are done; the next call makes a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps the activation from idle collection for a time; zero or less takes that back.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Own.DelayDeactivation(timeSpan);
}
