using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Models;

/// <summary>Registers the assistant and its models.</summary>
internal static class ModelServices
{
    /// <summary>Adds <see cref="IAssistant"/> and the <see cref="IChatClient"/> of the configuration section <c>Model</c>.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection("Model")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TokenEstimator>();
        services.AddSingleton(Client);
        services.AddOptions<TranscriptionOptions>().Bind(configuration.GetSection("Transcription"));
        services.AddSingleton<SpeechClient>();
        services.AddSingleton<IAssistant, Assistant>();
        services.AddSingleton<CopilotModel>();
        services.AddSingleton<ReplySuggester>();
        return services;
    }

    /// <summary>The models of the options, the fallback last, with time-outs and retries.</summary>
    internal static IChatClient Client(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ModelOptions>>().Value;
        List<NamedModel> models = [Model(options, options, services)];
        if (options.Fallback is { } fallback) models.Add(Model(fallback, options, services));
        return new ResilientChatClient(
            models,
            options,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ResilientChatClient>>());
    }

    private static NamedModel Model(ModelEndpoint endpoint, ModelOptions options, IServiceProvider services) =>
        endpoint.Provider == ModelEndpoint.OpenAiProvider
            ? new NamedModel(endpoint.Name!, new OpenAiChatClient(endpoint, options.AnswerTokens, options.Timeout))
            : new NamedModel(BuiltinChatClient.Model, new BuiltinChatClient(
                services.GetRequiredService<TokenEstimator>(),
                options.Builtin.WordsPerSecond,
                services.GetRequiredService<TimeProvider>()));
}
