// A server that answers as fast as one core can: it reads whatever arrives and answers each empty line with 2 bytes.
// With three arguments it also has a service time and stands still: port, service in ms, 1. Told to end, it then says what
// it really did: milliseconds from reading a request to answering it, at p50, p90, p99 and p99.9.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

static const char answer[] = "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nok";
enum { most = 65536, waiting = 1 << 20 };
static unsigned char seen[most];
static struct { double at, read; int fd; } queue[waiting];
static float took[waiting];
static int answered;
static volatile sig_atomic_t ending;
static int head, tail;
static double began, service;
static int freezes;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

// Stands still for the last fifth of every ten seconds.
static double freeze(double t) {
  double within = t - began;
  while (within >= 10000) within -= 10000;
  return freezes && within >= 8000 ? 10000 - within : 0;
}

static void reply(int fd) {
  if (write(fd, answer, sizeof answer - 1) < 0 && errno != EAGAIN) close(fd);
}

static void end(int signal) { (void)signal; ending = 1; }

static int ascending(const void *a, const void *b) {
  float left = *(const float *)a, right = *(const float *)b;
  return (left > right) - (left < right);
}

static void report(void) {
  static const double percents[] = {50, 90, 99, 99.9};
  int kept = answered < waiting ? answered : waiting;
  qsort(took, kept, sizeof took[0], ascending);
  for (int i = 0; i < 4 && kept > 0; i++) {
    int rank = (int)(percents[i] / 100 * kept + 0.999999);
    printf("%.3f\n", took[rank > 0 ? rank - 1 : 0]);
  }
}

int main(int count, char **arguments) {
  int port = count > 1 ? atoi(arguments[1]) : 8080;
  service = count > 2 ? atof(arguments[2]) : 0;
  freezes = count > 3;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) return perror("listen"), 1;
  int poll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[1024];
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  began = now();
  static char buffer[65536];
  signal(SIGTERM, end);
  while (!ending) {
    // To the microsecond: a millisecond would show in the median.
    double left = head == tail ? 100 : queue[head % waiting].at - now();
    if (left < 0) left = 0;
    struct timespec patience = {.tv_sec = left / 1e3, .tv_nsec = (left - 1000 * (long)(left / 1e3)) * 1e6};
    int ready = epoll_pwait2(poll, events, 1024, &patience, 0);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        for (int client; (client = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0;) {
          setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          struct epoll_event added = {.events = EPOLLIN, .data.fd = client};
          if (client < most) seen[client] = 0;
          epoll_ctl(poll, EPOLL_CTL_ADD, client, &added);
        }
        continue;
      }
      ssize_t length = read(fd, buffer, sizeof buffer);
      if (length <= 0) { if (length == 0 || errno != EAGAIN) close(fd); continue; }
      double t = now();
      for (ssize_t at = 0; at < length; at++) {
        // Counts how much of "\r\n\r\n" has been seen.
        seen[fd] = buffer[at] == "\r\n\r\n"[seen[fd]] ? seen[fd] + 1 : buffer[at] == '\r';
        if (seen[fd] < 4) continue;
        seen[fd] = 0;
        if (service <= 0) { reply(fd); continue; }
        double due = t + freeze(t) + service;
        queue[tail % waiting].at = due;
        queue[tail % waiting].read = t;
        queue[tail++ % waiting].fd = fd;
      }
    }
    for (double t = now(); head != tail && queue[head % waiting].at <= t; t = now()) {
      reply(queue[head % waiting].fd);
      took[answered++ % waiting] = t - queue[head++ % waiting].read;
    }
  }
  report();
}
