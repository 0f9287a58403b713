namespace SupportPlatform.Grains.Tests.Walls;

/// <summary>Whom an endpoint is for, as people expect it.</summary>
public enum Wall
{
    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>Everybody but pages of other hosts.</summary>
    OwnPages,

    /// <summary>Whoever has signed in, for the own account.</summary>
    Account,

    /// <summary>Visitors of the store, and its staff.</summary>
    Visitors,

    /// <summary>The store's staff.</summary>
    Staff,

    /// <summary>The store's supervisors.</summary>
    Supervisors,

    /// <summary>The store's administrators.</summary>
    Administrators,
}
