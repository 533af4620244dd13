// The launchers' own programs, in the languages that can ask for the cost of a child. Each gets the command as its last
// arguments, runs it with its own standard streams, and writes its account to descriptor 3, which the command never sees.

/**
 * Arguments: numbers of getrusage, clock_gettime and prctl; how many variables follow; their names and values.
 * PR_SET_CHILD_SUBREAPER (36) makes orphans of the command children of the launcher, so that they are counted and
 * ended; PR_SET_PDEATHSIG (1) tells the launcher by SIGUSR2 (12) that perf-gate itself was killed, so that nothing of
 * the command outlives it.
 */
export const perlProgram = String.raw`
my ($getrusage, $clock_gettime, $prctl, $variables) = splice @ARGV, 0, 4;
my %variables = splice @ARGV, 0, 2 * $variables;
open my $report, '>&=', 3 or die "descriptor 3: $!";
sub elapsed {
  my $time = "\0" x 16;
  syscall $clock_gettime, 1, $time;
  my ($seconds, $nanoseconds) = unpack 'q2', $time;
  $seconds + $nanoseconds / 1e9;
}
sub parent {
  open my $stat, '<', "/proc/$_[0]/stat" or return 0;
  my $line = <$stat>;
  defined $line && $line =~ /.*\) \S (\d+)/s ? $1 : 0;
}
sub children {
  opendir my $processes, '/proc' or return;
  grep { /^\d+$/ && parent($_) == $$ } readdir $processes;
}
sub sweep {
  my ($end, %asked) = elapsed() + 1;
  while () {
    while (waitpid(-1, 1) > 0) {}
    my @left = children() or last;
    if (elapsed() > $end) { kill KILL => @left } else { $asked{$_}++ or kill TERM => $_ for @left }
    select undef, undef, undef, 0.005;
  }
}
$SIG{$_} = sub {} for qw(TERM INT HUP);
$SIG{USR2} = sub { sweep(); exit 1 };
syscall $prctl, 36, 1, 0, 0, 0;
syscall $prctl, 1, 12, 0, 0, 0;
my $start = elapsed();
my $command = fork;
defined $command or die "fork: $!";
if (!$command) {
  close $report;
  delete $ENV{PERL_BADLANG};
  $ENV{$_} = $variables{$_} for keys %variables;
  exec { $ARGV[0] } @ARGV or print STDERR "perf-gate: cannot run $ARGV[0]: $!\n";
  exit 127;
}
my $status = 0;
while ((my $ended = wait) > 0) {
  if ($ended == $command) { $status = $?; last }
}
my $wall = elapsed() - $start;
sweep() if waitpid(-1, 1) >= 0;
my $usage = "\0" x 144;
syscall $getrusage, -1, $usage;
my ($user, $user_micros, $system, $system_micros, $peak) = unpack 'q5', $usage;
printf $report "%.9f %.6f %d %d\n",
  $wall, $user + $system + ($user_micros + $system_micros) / 1e6, $peak * 1024, $status;
`

/**
 * First argument: `=` and the value of LC_CTYPE, or nothing when it is not set. Python ignores SIGPIPE and SIGXFSZ,
 * and a command would inherit that.
 */
export const pythonProgram = String.raw`
import os, signal, sys, time
os.set_inheritable(3, False)
locale, command = sys.argv[1], sys.argv[2:]
start = time.monotonic()
child = os.fork()
if child == 0:
    try:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        os.environ.pop("LC_CTYPE", None)
        if locale:
            os.environ["LC_CTYPE"] = locale[1:]
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, ("perf-gate: cannot run %s: %s\n" % (command[0], error.strerror)).encode())
    os._exit(127)
for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(name, lambda *ignored: None)
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
unit = 1 if sys.platform == "darwin" else 1024
account = "%.9f %.6f %d %d\n" % (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, status)
os.write(3, account.encode())
`

/** `trap` keeps a shell that is asked to end until the command has ended. */
export const shellProgram = `
trap : TERM INT HUP
"$@" 3>&-
code=$?
{ times; echo "$code"; } >&3
exit "$code"
`
