using System.Collections.Concurrent;
using System.Net;
using Hearth.Foundation.Access;

namespace Hearth.Tests.Accounts;

public sealed class RefusalTimeTests
{
    private static readonly TimeSpan Takes = TimeSpan.FromMinutes(47);

    [Fact]
    public async Task How_long_a_refusal_takes_does_not_tell_who_exists()
    {
        var clock = new StillClock();
        await using var hearth = new TestHearth { Settings = s => s with { RefusalTakes = Takes, Clock = clock } };
        await hearth.InitializeAsync();
        hearth.HashQuickly();
        var member = await hearth.SignInAsAsync(Role.Coordinator);
        var email = $"{member.AccountId:N}@example.org";
        var set = await member.ReadAsync("/account/password");
        await member.SendAsync(set, "set", ("email", email), ("password", SignUp.Password));
        async Task<TimeSpan> PauseAsync(string address, string password)
        {
            var visitor = hearth.Visit();
            var page = await visitor.ReadAsync("/sign-in");
            clock.Pauses.Clear();
            using var answer = await visitor.PostAsync(
                page,
                "password",
                ("Password.Email", address),
                ("Password.Password", password)
            );
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{answer.StatusCode}");
            return clock.Pauses.SingleOrDefault(p => p > Takes / 2);
        }

        // The time that the check took is part of the refusal's.
        var expected = Takes - StillClock.Step + TimeSpan.FromMilliseconds(1);
        Assert.Equal(TimeSpan.Zero, await PauseAsync(email, SignUp.Password));
        Assert.Equal(expected, await PauseAsync("nobody@example.org", "not this one"));
        // The last ones find the account at rest, where no password is looked at.
        for (var round = 0; round < 7; round++)
        {
            Assert.Equal(expected, await PauseAsync(email, "not this one"));
        }
    }

    /// <summary>Writes down how long it is asked to wait, and waits no time; a second goes by whenever it is looked at.</summary>
    private sealed class StillClock : TimeProvider
    {
        public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
        private long looks;

        public ConcurrentBag<TimeSpan> Pauses { get; } = [];

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref looks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return System.CreateTimer(callback, state, dueTime > Takes / 2 ? TimeSpan.Zero : dueTime, period);
        }
    }
}
