package org.entente.broker.image;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.broker.MovableClock;
import org.entente.broker.site.HereAndNow;

/** The copies of images, made when a test says so. */
@ApplicationScoped
public class CopyWork {
    private final ImageCopies copies;
    private final Copying copying;
    private final ImageConfig config;
    private final MovableClock clock;

    CopyWork(ImageCopies copies, Copying copying, ImageConfig config, MovableClock clock) {
        this.copies = copies;
        this.copying = copying;
        this.config = config;
        this.clock = clock;
    }

    /** All copies that are due now, one after the other. */
    public void run() {
        new CopyJob(copies, copying, config, clock, new HereAndNow()).copyDue();
    }

    /** Has those removed that nobody needs. */
    public void sweep() {
        copies.sweep(clock.instant(), config.keptUnused());
    }
}
