import { swallowBlindPresses } from '../parts/blind-press.js';
import './house.css';
import './vh-house.js';

swallowBlindPresses(document);
