using Microsoft.AspNetCore.OutputCaching;
using SupportPlatform.Security;

namespace SupportPlatform.Help;

/// <summary>How long pages are served from memory.</summary>
internal static class HelpCache
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "help";

    // As long as a change of an article may take to be seen on all front ends.
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);
    private const long MostMemory = 64 << 20;
    private const long LargestPage = 2 << 20;

    /// <summary>Registers it.</summary>
    public static void AddHelpCache(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = MostMemory;
        options.MaximumBodySize = LargestPage;
        options.AddPolicy(Policy, policy => policy
            .Expire(Age)
            .SetVaryByQuery("lang")
            .SetVaryByHost(true)
            .AddPolicy<HelpTag>());
    });

    /// <summary>Drops the pages of a store that a request has changed, so that its administrator sees the change at once.</summary>
    public static async Task DropAfterChange(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var isChange = !HttpMethods.IsGet(http.Request.Method) && http.Response.StatusCode is >= 200 and < 300
            && http.GetEndpoint()?.Metadata.GetMetadata<AccessMetadata>()?.Rule == AccessRule.Administrator;
        if (isChange && http.Request.RouteValues["store"] is string store)
            await http.RequestServices.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(TagOf(store), CancellationToken.None);
    }

    private static string TagOf(string store) => $"help/{store}";

    private sealed class HelpTag : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            if (context.HttpContext.Request.RouteValues["store"] is string store) context.Tags.Add(TagOf(store));
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
