namespace Orleans;

/// <summary>A grain interface: its methods are calls that run on the grain's activation.</summary>
public interface IGrain : IAddressable;
