package org.entente.broker.site;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;

/**
 * A site as the broker uses it. Each technology has one adapter, which speaks the site's own API and no other.
 *
 * <p>Every call may be repeated after a crash at any line: what the broker made carries the instance's id, so that a
 * repeat finds it instead of making another. A site that cannot do what was asked, or cannot be reached, throws
 * {@link SiteException} with a code and a plain sentence.
 */
public interface Site {
    /** What the site says of itself now. Unknown is absent, never zero and never infinite. */
    SiteCapabilities probe();

    /** Starts what the instance needs, or finds that an earlier call did. */
    void create(InstanceId instance, Workload workload);

    /** What runs for this instance now. */
    Observation observe(InstanceId instance);

    /**
     * Has the instance stand still: nothing of it runs, and it keeps its disks, addresses and place. Stopping what stands
     * still is no error; what is not there is {@code NOT_OFFERED}. It is done when {@link #observe} says so.
     */
    void stop(InstanceId instance);

    /** Has a stopped instance run again. Starting what runs is no error; what is not there is {@code NOT_OFFERED}. */
    void start(InstanceId instance);

    /**
     * Gives the instance the size of another workload: its flavour, or its replicas and their resources. All else of that
     * workload is passed over. The call takes the next step of it and returns; it is asked again until it is done.
     *
     * @return whether the instance has that size now
     */
    boolean resize(InstanceId instance, Workload workload);

    /**
     * Ends what runs for this instance. Ending what is not there is no error. What belongs to it goes with the call that
     * finds it gone, so the last call follows the observation that it is absent.
     */
    void delete(InstanceId instance);

    /** Everything at the site that carries our mark, whichever instance it is for, at most {@value #INVENTORY_MAX}. */
    List<MarkedResource> inventory();

    /** Removes one thing that carries our mark. What is not there, or carries no mark of ours, is left alone. */
    void discard(MarkedResource resource);

    /** The images of virtual machines here; absent where there are none, as on a Kubernetes site. */
    default Optional<SiteImages> images() {
        return Optional.empty();
    }

    /** What administrators set up here; absent where nothing of it can be set up through its API. */
    default Optional<SiteAdministration> administration() {
        return Optional.empty();
    }

    /** The most that {@link #inventory} lists. */
    int INVENTORY_MAX = 10_000;
}
