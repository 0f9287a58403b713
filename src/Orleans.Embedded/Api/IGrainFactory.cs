namespace Orleans;

/// <summary>Makes references to grains; making one does not activate anything.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with this interface and key.</summary>
    /// <param name="primaryKey">The key.</param>
    /// <param name="grainClassNamePrefix">The start of the class's full name, where several classes have the interface.</param>
    /// <exception cref="ArgumentException">No class, or more than one, has the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;
}
