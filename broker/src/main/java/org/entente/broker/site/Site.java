package org.entente.broker.site;

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

    /** Ends what runs for this instance. Ending what is not there is no error. */
    void delete(InstanceId instance);
}
