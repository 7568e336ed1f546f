package org.entente.agreements.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromptWorkTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void asksBeforeTheRunAreOneRun() {
        PromptWork work = new PromptWork(threads::add, runs::incrementAndGet);
        work.ask();
        work.ask();
        work.ask();
        runAll();
        assertEquals(1, runs.get());
    }

    @Test
    void anAskDuringARunIsOneMoreRun() {
        PromptWork[] self = new PromptWork[1];
        self[0] = new PromptWork(threads::add, () -> {
            if (runs.incrementAndGet() == 1) {
                self[0].ask();
                self[0].ask();
                assertEquals(0, threads.size(), "the second run must wait for the first");
            }
        });
        self[0].ask();
        runAll();
        assertEquals(2, runs.get());
    }

    @Test
    void workThatFailedIsDoneWhenItIsAskedForAgain() {
        PromptWork work = new PromptWork(threads::add, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first run fails");
            }
        });
        work.ask();
        assertThrows(IllegalStateException.class, this::runAll);
        work.ask();
        runAll();
        assertEquals(2, runs.get());
    }

    @Test
    void manyThreadsNeverRunItTwiceAtOnceNorForgetTheLastAsk() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        try (ExecutorService real = Executors.newFixedThreadPool(4);
                ExecutorService askers = Executors.newFixedThreadPool(4)) {
            PromptWork work = new PromptWork(real, () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                found.set(stored.get());
                inside.decrementAndGet();
            });
            CountDownLatch asked = new CountDownLatch(4000);
            for (int ask = 0; ask < 4000; ask++) {
                askers.execute(() -> {
                    stored.incrementAndGet();
                    work.ask();
                    asked.countDown();
                });
            }
            assertTrue(asked.await(1, TimeUnit.MINUTES));
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                while (found.get() < 4000) {
                    Thread.onSpinWait();
                }
            });
        }
        assertEquals(1, most.get());
        assertEquals(4000, found.get());
    }

    private void runAll() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }
}
