namespace SupportPlatform.Hosting;

/// <summary>Says in the API's description which refusals an endpoint gives.</summary>
internal static class EndpointProblems
{
    /// <summary>Adds problem details with these statuses.</summary>
    public static TBuilder WithProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses) builder.ProducesProblem(status);
        return builder;
    }
}
