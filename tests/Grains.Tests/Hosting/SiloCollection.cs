using Xunit;

namespace SupportPlatform.Grains.Tests.Hosting;

[CollectionDefinition(Name)]
public sealed class SiloCollection : ICollectionFixture<SiloFixture>
{
    public const string Name = "silo";
}
