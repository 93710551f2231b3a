package org.huizhu.platform.packs;

/**
 * Told in every instance of the service once other packs are in force than before: after a version was published or
 * withdrawn, and on the first day of a programme that had no pack until then. Should return soon.
 */
@FunctionalInterface
public interface PacksChanged {

    void packsChanged();
}
