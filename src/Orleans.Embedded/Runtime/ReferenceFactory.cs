using System.Linq.Expressions;

namespace Orleans.Runtime;

/// <summary>Makes references of one grain interface.</summary>
internal static class ReferenceFactory<TGrainInterface>
{
    public static readonly Func<GrainRuntime, GrainClass, string, GrainReference> Make = Compile();

    private static Func<GrainRuntime, GrainClass, string, GrainReference> Compile()
    {
        var constructor = ProxyBuilder.Build(typeof(TGrainInterface)).GetConstructors()[0];
        ParameterExpression[] parameters = [.. constructor.GetParameters().Select(p => Expression.Parameter(p.ParameterType))];
        return Expression.Lambda<Func<GrainRuntime, GrainClass, string, GrainReference>>(Expression.New(constructor, parameters), parameters).Compile();
    }
}
