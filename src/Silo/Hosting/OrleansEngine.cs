// The System.Text.Json storage serializer carries an evaluation id in some 10.x releases; the rows it writes are plain JSON.
#pragma warning disable ORLEANSEXP006

using System.Net;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace SupportPlatform.Hosting;

/// <summary>Runs the grains on Microsoft Orleans, clustered through PostgreSQL.</summary>
internal static class OrleansEngine
{
    private const string Invariant = "Npgsql";

    /// <summary>
    /// Adds the silo. Settings, section <c>Cluster</c>: <c>Id</c> and <c>ServiceId</c> (both <c>support-platform</c>; the
    /// service id is part of stored rows and never changes), <c>SiloPort</c> (11111), <c>GatewayPort</c> (30000; 0 for
    /// none), <c>Address</c> (the address that other silos reach this one by; loopback by default).
    /// </summary>
    public static void AddGrainEngine(this WebApplicationBuilder builder, string connectionString)
    {
        var cluster = builder.Configuration.GetSection("Cluster");
        var address = cluster["Address"] is { Length: > 0 } given ? IPAddress.Parse(given) : IPAddress.Loopback;
        var siloPort = cluster.GetValue("SiloPort", 11111);
        var gatewayPort = cluster.GetValue("GatewayPort", 30000);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(o =>
            {
                o.ClusterId = cluster["Id"] ?? "support-platform";
                o.ServiceId = cluster["ServiceId"] ?? "support-platform";
            });
            silo.Configure<EndpointOptions>(o =>
            {
                o.AdvertisedIPAddress = address;
                o.SiloPort = siloPort;
                o.GatewayPort = gatewayPort;
            });

            // A killed silo is declared dead after about six seconds; the fenced log makes an error harmless.
            silo.Configure<ClusterMembershipOptions>(o =>
            {
                o.ProbeTimeout = TimeSpan.FromSeconds(2);
                o.NumMissedProbesLimit = 3;
                o.TableRefreshTimeout = TimeSpan.FromSeconds(10);
                o.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
                o.DefunctSiloExpiration = TimeSpan.FromDays(1);
            });
            silo.Configure<SiloMessagingOptions>(o => o.MaxEnqueuedRequestsHardLimit = 10_000);
            silo.UseAdoNetClustering(o =>
            {
                o.Invariant = Invariant;
                o.ConnectionString = connectionString;
            });
            silo.AddAdoNetGrainStorage(GrainServices.StateStorage, o =>
            {
                o.Invariant = Invariant;
                o.ConnectionString = connectionString;
            });
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddActivityPropagation();
        });
    }
}
