namespace Orleans.Runtime;

/// <summary>A grain's stored state: read before activation, written when the grain says so.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
