namespace SupportPlatform.Extraction;

/// <summary>Ends the worker when its parent is gone or its time is over, whatever it does at that moment.</summary>
internal static class Lifeline
{
    /// <summary>How the worker ends when it is cut off.</summary>
    public const int ExitCode = 3;

    /// <summary>Watches the input, which the parent holds open, and the clock.</summary>
    /// <param name="seconds">How long the worker may live, in seconds.</param>
    public static void Hold(int seconds)
    {
        Start(() =>
        {
            using var input = Console.OpenStandardInput();
            var buffer = new byte[1];
            while (input.Read(buffer) > 0)
            {
            }
        });

        // A thread of its own that only sleeps: a timer's callback would wait behind a parser that keeps every pool thread.
        Start(() => Thread.Sleep(TimeSpan.FromSeconds(seconds)));
    }

    private static void Start(Action wait) => new Thread(() =>
    {
        wait();
        Environment.Exit(ExitCode);
    })
    {
        IsBackground = true,
        Name = "lifeline",
    }.Start();
}
