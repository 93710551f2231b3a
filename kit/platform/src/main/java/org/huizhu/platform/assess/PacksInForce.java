package org.huizhu.platform.assess;

import org.huizhu.eligibility.RulePacks;

/** Where the packs in force are found; asked for each request, since a pack may be published meanwhile. */
interface PacksInForce {

    RulePacks now();
}
