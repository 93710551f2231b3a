package org.huizhu.identity.resident;

/**
 * Carries over what it keeps of the person of a closed file, and gives it back: in the transaction of the merge, once both
 * files and their facts are written.
 */
public interface MergeFollower {

    /** The person of {@code closed} goes on in {@code survivor}. */
    void merged(String survivor, String closed);

    /** They were two people after all. */
    void parted(String survivor, String closed);
}
