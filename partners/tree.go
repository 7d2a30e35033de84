package partners

import (
	"gorm.io/gorm"

	"partnerledger/models"
)

// tree is who stands above whom: everybody who is recorded, and those of a file, by folded code.
type tree struct {
	nodes map[string]*node
	rows  []*row
}

// node is a partner in the tree. A row of the file has a parent that it asks for, until it turns out that it can't
// have it; was is the one that is recorded.
type node struct {
	partner     *models.Partner
	row         *row // nil for partners who are not in the file
	parent, was *node
	asks        *string // the parent's code; nil leaves the parent as it is, empty takes it away
}

func newTree(tx *gorm.DB) (tree, error) {
	t := tree{nodes: map[string]*node{}}
	var all []*models.Partner
	if err := tx.Select("id", "code", "parent_id").Find(&all).Error; err != nil {
		return t, err
	}
	byID := make(map[int64]*node, len(all))
	for _, p := range all {
		n := &node{partner: p}
		t.nodes[fold(p.Code)], byID[p.ID] = n, n
	}
	for _, n := range byID {
		if n.partner.ParentID != nil {
			n.was = byID[*n.partner.ParentID]
			n.parent = n.was
		}
	}
	return t, nil
}

// add puts a row of the file into the tree. The second row of one code is refused: which of them is meant?
func (t *tree) add(r *row, p *models.Partner, record Record) {
	code := fold(p.Code)
	n := t.nodes[code]
	if n != nil && n.row != nil {
		r.node = &node{partner: p, row: r}
		r.problem = models.Invalid([]string{"code"}, "the code %s is in this file already", p.Code)
		return
	}
	if n == nil {
		n = new(node)
		t.nodes[code] = n
	}
	n.partner, n.row, n.asks, r.node = p, r, record.ParentCode, n
	t.rows = append(t.rows, r)
}

func (n *node) parentID() *int64 {
	if n.parent == nil {
		return nil
	}
	return &n.parent.partner.ID
}

// there tells whether the partner is recorded, or will be.
func (n *node) there() bool {
	return n != nil && (n.row == nil || n.row.old != nil || n.row.problem == nil)
}

// refuse leaves the partner as it is recorded.
func (n *node) refuse(problem error) {
	n.row.problem, n.parent = problem, n.was
}
