namespace Orleans.Core;

/// <summary>A stored record of a type.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The record; never null after activation.</summary>
    TState State { get; set; }
}
