using System.Collections;
using Hearth.X12.Reading;

namespace Hearth.X12.Tests;

public sealed class AheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Each_comes_once_in_its_order_and_the_list_is_asked_once_for_it(int count)
    {
        var list = new Asked(count);

        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), Ahead.Each(list));
        Assert.Equal(Enumerable.Range(0, count), list.For);
    }

    private sealed class Asked(int count) : IReadOnlyList<string>
    {
        public List<int> For { get; } = [];

        public int Count => count;

        public string this[int index]
        {
            get
            {
                For.Add(index);
                return $"{index}";
            }
        }

        public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
    }
}
