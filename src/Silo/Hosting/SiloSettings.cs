namespace SupportPlatform.Hosting;

/// <summary>What the silo itself reads of the configuration.</summary>
internal sealed class SiloSettings
{
    /// <summary>Reads the configuration.</summary>
    public SiloSettings(IConfiguration configuration)
    {
        ConnectionString = configuration.GetConnectionString("SupportPlatform") is { Length: > 0 } given ? given : null;
        DataFolder = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data");
        DemoEnabled = configuration.GetValue<bool?>("Demo:Enabled") ?? ConnectionString is null;
        KnowledgeFolder = configuration["Knowledge:Folder"] is { Length: > 0 } knowledge ? Path.GetFullPath(knowledge) : null;
        AccountKeysFolder = Path.GetFullPath(configuration["Accounts:KeysFolder"] is { Length: > 0 } keys ? keys : Path.Combine(DataFolder, "keys"));
        DrainDelay = TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", 0d));
    }

    /// <summary>The database; null: the private PostgreSQL.</summary>
    public string? ConnectionString { get; }

    /// <summary>Where the silo keeps its files.</summary>
    public string DataFolder { get; }

    /// <summary>Whether the demo store is loaded; by default where the database is private.</summary>
    public bool DemoEnabled { get; }

    /// <summary>A folder of documents that takes the place of the demo store's articles.</summary>
    public string? KnowledgeFolder { get; }

    /// <summary>The keys of what accounts keep secret; silos that serve together share it.</summary>
    public string AccountKeysFolder { get; }

    /// <summary>How long the silo goes on serving after it said that it is not ready, for load balancers to notice.</summary>
    public TimeSpan DrainDelay { get; }
}
