using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPlatform.Grains.Tests.Knowledge;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Models;

public sealed class ModelServicesTests
{
    [Fact]
    public void AddModels_NoConfiguration_IsBuiltin()
    {
        using var services = Services([]);

        Assert.NotNull(services.GetRequiredService<IAssistant>());
        Assert.Equal("builtin", services.GetRequiredService<IOptions<ModelOptions>>().Value.Provider);
        Assert.NotNull(services.GetRequiredService<IChatClient>());
    }

    [Fact]
    public async Task AddModels_Fallback_AnswersWhenTheFirstFails()
    {
        await using var first = await ScriptedModel.Start(ModelScript.Error(401));
        await using var second = await ScriptedModel.Start(ModelScript.Says("Second."));
        using var services = Services(new()
        {
            ["Model:Provider"] = "openai",
            ["Model:Endpoint"] = first.Url.ToString(),
            ["Model:Name"] = "one",
            ["Model:Fallback:Provider"] = "openai",
            ["Model:Fallback:Endpoint"] = second.Url.ToString(),
            ["Model:Fallback:Name"] = "two",
            ["Model:Fallback:ApiKey"] = "key-of-two",
        });

        var response = await services.GetRequiredService<IChatClient>().GetResponseAsync([new(ChatRole.User, "?")]);

        Assert.Equal("Second.", response.Text);
        Assert.Equal("Bearer key-of-two", second.Requests[0].Authorization);
    }

    [Theory]
    [InlineData("Model:Provider", "magic", "Model:Provider")]
    [InlineData("Model:Provider", "openai", "Model:Name")]
    [InlineData("Model:FirstTokenTimeout", "00:00:00", "Model:FirstTokenTimeout")]
    [InlineData("Model:ContextTokens", "10", "Model:ContextTokens")]
    [InlineData("Model:Fallback:Provider", "openai", "Model:Fallback:Name")]
    public void AddModels_BadConfiguration_IsNamed(string key, string value, string named)
    {
        using var services = Services(new() { [key] = value });

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ModelOptions>>().Value);

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IKnowledgeLibrary>(new FixedLibrary()).AddModels(configuration).BuildServiceProvider();
    }
}
