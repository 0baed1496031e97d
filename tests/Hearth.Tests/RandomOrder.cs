using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Hearth.Tests.RandomOrder))]
[assembly: TestCaseOrderer(typeof(Hearth.Tests.RandomOrder))]

namespace Hearth.Tests;

/// <summary>
/// Another order of the tests for each seed, so that no test comes to lean on another. The same seed gives the same order
/// again, whatever runs at the same time: <c>./test --seed 42</c>.
/// </summary>
public sealed class RandomOrder : ITestCollectionOrderer, ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => Shuffle(testCollections, c => c.UniqueID);

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => Shuffle(testCases, c => c.UniqueID);

    private static List<T> Shuffle<T>(IReadOnlyCollection<T> tests, Func<T, string> id) =>
        [.. tests.OrderBy(t => Place(id(t)), StringComparer.Ordinal)];

    private static string Place(string id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Randomizer.Seed} {id}")));
}
