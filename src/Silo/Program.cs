using SupportPlatform.Hosting;

// Everything that can fail before the host runs fails with one clear line, not with a stack trace.
try
{
    await using var host = await SiloHost.Start(args);
    await host.WaitForShutdown();
    return 0;
}
catch (SiloStartException e)
{
    await Console.Error.WriteLineAsync($"SupportPlatform cannot start: {e.Message}");
    return 1;
}
