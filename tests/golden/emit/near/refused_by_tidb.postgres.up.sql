# upgrade refused
