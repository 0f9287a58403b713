using SupportPlatform.EndToEnd.Tests.Pages;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>The tests that share a silo and a browser, one after another.</summary>
[CollectionDefinition(StateSilo.Name)]
public sealed class StateCollection : ICollectionFixture<StateSilo>, ICollectionFixture<BrowserFixture>;
