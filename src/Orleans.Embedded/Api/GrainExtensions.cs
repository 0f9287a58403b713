namespace Orleans;

/// <summary>The identity of grains and references.</summary>
public static class GrainExtensions
{
    /// <summary>Which grain it is.</summary>
    public static GrainId GetGrainId(this IAddressable grain) => grain is GrainReference reference ? reference.GrainId : ((IGrainBase)grain).GrainContext.GrainId;

    /// <summary>The grain's key.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => GetGrainId(grain).Key.ToString();
}
